package rote.data;

/** How images are corrupted (Zhang et al. 2016, section 2.2). */
public enum InputCorruption {
  NONE,
  /** One permutation of the pixels, the same for every image. */
  SHUFFLED_PIXELS,
  /** A different permutation of the pixels for each image. */
  RANDOM_PIXELS,
  /** Pixels drawn from a Gaussian with the mean and variance of the training images. */
  GAUSSIAN
}
