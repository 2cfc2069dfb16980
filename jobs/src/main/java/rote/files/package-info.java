/** Files and folders, on this machine and on any file system that Hadoop reaches. */
package rote.files;
