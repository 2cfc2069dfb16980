/** Which data sets have a name, and what are they? Finds, reads and checks them, and makes the built-in one. */
package rote.data.catalog;
