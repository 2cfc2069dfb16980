/** Reads experiment files, and says what is wrong with them. */
package rote.experiment.file;
