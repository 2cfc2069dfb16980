/**
 * Networks of fully connected layers, and the gradient descent that trains them, to a pinned numeric contract.
 *
 * <p>{@link rote.network.GradientDescent} is the loop and states every rounding; {@link rote.network.Kernels} is the
 * arithmetic it asks for. {@link rote.network.ReferenceKernels} are its plain loops, {@link rote.network.VectorKernels} its
 * fast form, made of dense products ({@code VectorProduct}), of what is particular to first layers whose pixels are mostly
 * zero ({@code PixelLists}, {@code SparseForward}, {@code NarrowSparseUpdate}, {@code WideSparseUpdate}) and of
 * {@code VectorFunctions}. Both give the same bits, so nothing above this package knows which of the two it has, but for
 * {@link rote.network.LockStep}, which trains several networks at a time and needs vectors.
 */
package rote.network;
