/** Experiments as a file declares them: the sweep, the search, the claims. */
package rote.experiment;
