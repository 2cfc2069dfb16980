package rote.data.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import rote.data.formats.CifarForm;
import rote.files.InputException;

/**
 * Where a data set is published.
 *
 * @param addresses folders on the web, each with all files, in the order in which they are tried
 */
public record DownloadSource(String dataset, List<String> addresses, List<PublishedFile> files) {
  /** MNIST's files without {@code .gz}: training images and labels, test images and labels. */
  public static final List<String> IDX_FILES = List.of(
      "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

  static final List<DownloadSource> ALL = List.of(
      likeMnist("mnist",
          List.of("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"),
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
      likeMnist("fashion-mnist",
          List.of("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
              "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
          "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
      new DownloadSource("cifar-10", List.of("https://www.cs.toronto.edu/~kriz/"), List.of(
          new PublishedFile(CifarForm.CIFAR_10.archive(), false, 170_052_171,
              "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"))));

  public static Optional<DownloadSource> known(String dataset) {
    return ALL.stream().filter(home -> home.dataset.equals(dataset)).findFirst();
  }

  public static DownloadSource of(String dataset) {
    return known(dataset).orElseThrow(() -> new InputException("cannot fetch \"" + dataset + "\"; known: "
        + String.join(", ", ALL.stream().map(DownloadSource::dataset).toList()) + " (pen-digits is built in)"));
  }

  private static DownloadSource likeMnist(String dataset, List<String> addresses, String... sha256) {
    return new DownloadSource(dataset, addresses, List.of(
        new PublishedFile(IDX_FILES.get(0) + ".gz", true, 16 + 60_000 * 784, sha256[0]),
        new PublishedFile(IDX_FILES.get(1) + ".gz", true, 8 + 60_000, sha256[1]),
        new PublishedFile(IDX_FILES.get(2) + ".gz", true, 16 + 10_000 * 784, sha256[2]),
        new PublishedFile(IDX_FILES.get(3) + ".gz", true, 8 + 10_000, sha256[3])));
  }

  List<URI> addresses(PublishedFile file) {
    return addresses.stream().map(folder -> URI.create(folder + file.name())).toList();
  }
}
