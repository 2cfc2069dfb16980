/** What does a YAML text say, and where in it? Every error names the file, the key and what would be right. */
package rote.files.yaml;
