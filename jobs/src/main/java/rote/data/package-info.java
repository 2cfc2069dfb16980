/** What do networks learn from? Sets of labelled images, where they come from, and how they are corrupted. */
package rote.data;
