/**
 * What is kept: trial records in segments, and the tables that are made of them.
 *
 * <p>A segment is a Parquet file whose row is one trial, its curve and what probes found nested: one atomic record.
 * Segments are the only truth. Their names, {@code <run>-<sequence>}, are never used twice; a segment goes only after a
 * larger one that holds its rows is closed; no run deletes another's. A segment says in its footer which program trained its
 * trials, on what and when. Tables and report are derived, and at any time to be made again; the manifest, which says what
 * they are about, is there before the first segment. What a person has edited of a report is copied before it is replaced.
 *
 * <p>What the store guarantees, on this machine, on HDFS and on an object store; behind each the test that shows it:
 *
 * <ol>
 *   <li><b>One record a trial.</b> Tasks return records and only the driver writes, so a task that runs twice is recorded
 *       once. Of several records of one trial COMPLETED counts before DIVERGED before FAILED, then the first segment by
 *       name; two that are COMPLETED with different bits are an error that names both. Two that were asked for different
 *       probes must agree in all that both have, and count as one with the probes of both. ({@code SegmentsTest})
 *   <li><b>Durable within two seconds.</b> A finished trial that has reached the driver is in a closed segment two seconds
 *       later, if the disk keeps up; on this machine file and name are forced to the disk. A file system that
 *       cannot force folders is said in a warning, and on it goes: there, names last as it keeps them.
 *       ({@code SegmentSinkTest}; {@code BareMachineIT} without forcing)
 *   <li><b>No half files.</b> A name shows all of a file's old content or all of the new. On HDFS and on this machine a
 *       hidden file is renamed when it is whole; on an object store an object appears when it is closed.
 *       ({@code DeathTest})
 *   <li><b>Every bit is watched.</b> Each Parquet file carries the SHA-256 of its bytes ({@code Seal}), which is checked
 *       before anything in it is believed: what is read is what was written, or an error that names the file.
 *       ({@code DamagedSegmentTest})
 *   <li><b>Marked means whole.</b> {@code _SUCCESS} goes before the first table changes and comes back after everything
 *       else is written. Without it tables may be of two moments; what does not fit together is told. ({@code DeathTest})
 *   <li><b>Resume after any death.</b> Whatever step of whatever change was the last, the same command keeps what is in
 *       segments, trains what is missing, and leaves every planned trial once and whole tables. ({@code DeathTest} at
 *       every step; {@code KilledRunIT}, {@code HdfsIT} and {@code S3IT} by kill -9)
 *   <li><b>Two drivers on one output are safe.</b> Both may train the same trials, to the same bits; nothing is lost and
 *       nothing counts twice. A driver that has written tables, report and manifest looks whether they are still its own
 *       and the segments those that it read, and writes again where another's came between. On this machine a lock of
 *       the operating system, released by death, refuses the second run early. A file system without
 *       locks is said in a warning, and on it goes: the rest of this guarantee needs none. ({@code TwoRunsTest},
 *       {@code SegmentsTest}, {@code HdfsIT}; {@code OutputTest} and {@code BadInputTest} for the lock;
 *       {@code BareMachineIT} without)
 *   <li><b>A store that refuses to be written is an error, not a hang.</b> Where the quota is exhausted or permission is
 *       revoked, the run ends with exit code 1 and one line that names file and reason; what was recorded stays readable,
 *       and the same command goes on once the cause is gone. ({@code HdfsIT}, {@code SegmentSinkTest})
 * </ol>
 */
package rote.store;
