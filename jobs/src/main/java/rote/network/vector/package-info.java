/**
 * The kernels on vectors. {@link rote.network.vector.VectorKernels} chooses among three forms of the first layer ({@link
 * rote.network.vector.FirstLayer}): dense inputs, rows of pixels, and blocks of pixels. All other layers are products of dense
 * matrices. {@link rote.network.vector.LockStep} trains several narrow networks together. Files that end in Tiles are generated.
 */
package rote.network.vector;
