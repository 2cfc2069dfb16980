/** What does a data set hold, and what in it would make a verdict false? */
package rote.data.description;
