/** Experiments: what is declared in a file, the trials it stands for, and how one trial is run. */
package rote.experiment;
