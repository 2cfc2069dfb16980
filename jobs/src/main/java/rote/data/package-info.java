/** Examples to learn from: sets of images with labels, where they come from, and how they are corrupted. */
package rote.data;
