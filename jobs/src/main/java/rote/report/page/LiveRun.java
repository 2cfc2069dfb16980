package rote.report.page;

/**
 * What a page says of a run that goes on.
 *
 * @param made when the page was made
 * @param progress how far the run was then
 * @param end when it is expected to end; empty if nobody knows
 */
public record LiveRun(String made, String progress, String end) {}
