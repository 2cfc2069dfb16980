/** How are tables read, CSV and Parquet? Columns become features and classes, and what cannot is refused by its place. */
package rote.data.tables;
