/** Trains trials: from the data that a trial sees to its curve. */
package rote.trial.training;
