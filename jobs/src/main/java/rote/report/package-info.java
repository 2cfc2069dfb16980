/** What was found: statistics over seeds, the summary and the page. */
package rote.report;
