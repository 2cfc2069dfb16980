/**
 * How does a network compute and learn? {@link rote.network.GradientDescent} is the training loop and states every rounding;
 * {@link rote.network.Kernels} is the arithmetic that it uses, and {@link rote.network.ReferenceKernels} the plain loops.
 */
package rote.network;
