/**
 * Trial records in segments, and the tables that are made from them. What the store guarantees, and the tests behind it:
 *
 * <ol>
 *   <li><b>One record per trial.</b> Tasks return records and only the driver writes. Of several records of one trial one
 *       counts; two completed ones with different bits are an error that names both. ({@code SegmentsTest})
 *   <li><b>Durable within two seconds</b> of reaching the driver, forced to the disk where the file system can.
 *       ({@code SegmentSinkTest}, {@code BareMachineIT})
 *   <li><b>No half files.</b> A file gets its name when it is complete. ({@code DeathTest})
 *   <li><b>Every bit is checked</b> against the SHA-256 in each Parquet file before it is read. ({@code DamagedSegmentTest})
 *   <li><b>Marked means whole.</b> {@code _SUCCESS} is removed before the first table changes and written last. Tables that
 *       were not written together are an error. ({@code DeathTest})
 *   <li><b>Resume after any death</b>, at whatever step. ({@code DeathTest}; {@code KilledRunIT}, {@code HdfsIT}, {@code S3IT})
 *   <li><b>Two drivers on one output are safe.</b> Segment names are unique, no run deletes another's segments, and a driver
 *       writes tables, report and manifest again if another's came between. On this machine a lock refuses the second run.
 *       ({@code TwoRunsTest}, {@code SegmentsTest}, {@code OutputTest}, {@code BadInputTest}, {@code HdfsIT}, {@code
 * BareMachineIT})
 *   <li><b>A store that cannot be written is an error, not a hang.</b> ({@code HdfsIT}, {@code SegmentSinkTest})
 * </ol>
 */
package rote.store;
