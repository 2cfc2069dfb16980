/**
 * Networks of fully connected layers, and the gradient descent that trains them, to a pinned numeric contract.
 *
 * <p>{@link rote.network.GradientDescent} is the loop and states every rounding; {@link rote.network.Kernels} is the
 * arithmetic it asks for. {@link rote.network.ReferenceKernels} are its plain loops, {@link rote.network.VectorKernels} its
 * fast form, made of dense products ({@code VectorProduct}), of what is particular to first layers whose pixels are mostly
 * zero, and of {@code VectorFunctions}. Such layers go image by image where they are narrow or images are few
 * ({@code PixelLists}, {@code NarrowSparseForward}, {@code NarrowSparseUpdate}), and by groups of pixels where they are wide
 * ({@code GroupLists}, {@code WideSparseForward}, {@code WideSparseUpdate}). The reference and the
 * vector kernels give the same bits, so nothing above this package knows which of the two it has, but for
 * {@link rote.network.LockStep}, which trains several networks at a time and needs vectors.
 */
package rote.network;
