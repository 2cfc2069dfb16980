/**
 * What is kept: trial records in segments, and the tables that are made of them.
 *
 * <p><b>One writer.</b> Only the driver writes; a task returns its records, so a task that runs twice is recorded once.
 *
 * <p><b>Segments are the only truth.</b> A segment is a Parquet file whose row is one trial with its curve: one atomic
 * record. It has its name only when it is complete, names are never used again, and a segment goes only after a larger
 * one that holds its rows is closed. No run deletes another's. A run that dies loses what it had not yet written, a
 * second's worth, and nothing else; the next run of the same command reads the segments and trains what is missing.
 *
 * <p><b>Every bit is watched.</b> Each Parquet file carries the SHA-256 of its bytes ({@code Seal}), which is checked before
 * anything in it is believed: what is read is what was written, or an error that names the file.
 *
 * <p><b>Tables are derived.</b> {@code trials} and {@code curves} are one file each, replaced atomically and at any time
 * to be made again. {@code _SUCCESS} goes before the first of them changes and comes back after the last.
 *
 * <p><b>Several records of one trial:</b> COMPLETED counts before DIVERGED before FAILED, then the first segment by name;
 * two that are COMPLETED with different bits are an error.
 */
package rote.store;
