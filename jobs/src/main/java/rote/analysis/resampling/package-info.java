/** What do the folds of a seed say together, and the permutations of the labels? */
package rote.analysis.resampling;
