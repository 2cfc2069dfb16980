/** How are rows written to Parquet and read back, sealed? The only user of Parquet. */
package rote.files.parquet;
