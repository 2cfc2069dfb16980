/** Trials: their settings, names, seeds and results. */
package rote.trial;
