/** Where are data sets published, and how do they get here? Downloads resume, and are checked before they are used. */
package rote.data.download;
