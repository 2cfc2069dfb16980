/** How are images and labels stored in files? Readers for IDX and CIFAR-10 that refuse every damaged or foreign file. */
package rote.data.formats;
