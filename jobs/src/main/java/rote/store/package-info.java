/** What is kept: trial records in segments, and the tables that are made of them. */
package rote.store;
