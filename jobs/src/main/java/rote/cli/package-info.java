/** The command line. */
package rote.cli;
