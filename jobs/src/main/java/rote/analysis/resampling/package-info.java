/** What follows from all folds of a seed, and from all permutations of the labels? */
package rote.analysis.resampling;
