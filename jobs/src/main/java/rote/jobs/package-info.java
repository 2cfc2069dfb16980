/** Trials on Spark. */
package rote.jobs;
