/**
 * How do networks train fast? {@link rote.network.vector.VectorKernels} computes the same bits as the plain loops by vectors:
 * dense products ({@code VectorProduct}), functions ({@code VectorFunctions}), and first layers whose pixels are mostly zero.
 * Those go image by image if they are narrow or images are few ({@code PixelLists}, {@code NarrowSparse...}), otherwise by groups
 * of pixels ({@code GroupLists}, {@code WideSparse...}). {@link rote.network.vector.LockStep} trains several networks together.
 */
package rote.network.vector;
