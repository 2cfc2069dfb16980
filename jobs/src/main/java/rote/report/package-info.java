/**
 * What was found: statistics over seeds, the summary, the page and the notebook.
 *
 * <p>Figures are aggregated in plain Java on the driver, in a pass over the records, and not by Spark SQL: an output may lie
 * where only the driver reaches it, and to start a session takes longer than the sums. {@code mvn verify -Dit.test=LargePageIT}
 * prints it: the page of 10,000 trials of 100 epochs, 1,010,000 rows of curves in 100 groups, was made in 2.1 s on two cores. Of as
 * many rows Spark SQL had its session after 5.5 s, and the means and deviations by group and epoch after 6.5 s more.
 */
package rote.report;
