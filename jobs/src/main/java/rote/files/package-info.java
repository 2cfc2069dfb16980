/** How are files read and written, on this machine and on any Hadoop file system? */
package rote.files;
