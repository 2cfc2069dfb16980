/** How are images and labels stored in files? Readers for IDX, CIFAR and NumPy that refuse every damaged or foreign file. */
package rote.data.formats;
