/** Sealed Parquet files as rows of typed columns. No other package knows Parquet. */
package rote.files.parquet;
