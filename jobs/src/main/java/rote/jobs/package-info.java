/** The fan-out on Spark: the only package that knows it. */
package rote.jobs;
