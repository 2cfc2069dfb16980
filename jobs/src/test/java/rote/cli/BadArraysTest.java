package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rote.harness.NumpyFiles;
import rote.harness.Program;

/** Every mistake in a file of arrays is one line that names the file and the array; nothing is written. */
class BadArraysTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() throws Exception {
    NumpyFiles.write("bad.py", folder);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("objects", "!y_train: holds Python objects (type |O), which are never unpickled; write numbers, such as array.astype(\"uint8\")"),
        Arguments.of("texts", "!y_train: holds texts, of type <U3; read are bool, integers"),
        Arguments.of("mixed", "!x_test: holds pixels (uint8 or bool), and SET!x_train features; both must be of one kind"),
        Arguments.of("long-doubles", "!x_train: holds real numbers of a size that is not read, of type <f16; read are bool, integers of 8 to 64 bits, and floats of 16"),
        Arguments.of("nan", "!x_train: the value at [1, 1, 1] is NaN, which is no number that can be learned from; leave such examples out"),
        Arguments.of("infinity", "!x_train: the value at [0, 0] is -Infinity, which is no number"),
        Arguments.of("beyond-floats", "!x_train: the value at [0, 0] is 1.0E300, which is no number"),
        Arguments.of("real-labels", "!y_train: the value at [0] is 0.5; labels are whole numbers from 0 to 255"),
        Arguments.of("complex", "!x_train: holds complex numbers, of type <c8; read are"),
        Arguments.of("dates", "!y_train: holds dates, of type <M8[D]; read are"),
        Arguments.of("records", "!x_train: holds records of several fields (a structured type); write each field as an array of its own"),
        Arguments.of("negative", "!y_train: the value at [2] is -1; labels are whole numbers from 0 to 255"),
        Arguments.of("too-many-classes", "!y_train: the value at [6] is 256; labels are whole"),
        Arguments.of("huge-labels", "!y_train: the value at [0] is 18446744073709551615; labels are whole"),
        Arguments.of("flat-labels-as-images", "!x_train: wrong shape: 12 numbers; images have 3 or 4 dimensions, features 2"),
        Arguments.of("half-a-test", ": lacks y_test; it holds x_train, y_train, x_test; a set needs"),
        Arguments.of("unequal", "!x_train: 12 images, but SET!y_train: 11 labels"),
        Arguments.of("one-hot", "!y_train: wrong shape: 12x3; labels have the shape 12 or 12x1; labels in one-hot form become such by numpy.argmax(labels, axis=1)"),
        Arguments.of("empty-array", "!x_train: is empty: its shape is 0x4x4"),
        Arguments.of("single-number", "!y_train: is a single number, not an array"),
        Arguments.of("five-dimensions", "!x_train: wrong shape: 12x1x4x4x1; images have 3 or 4 dimensions"),
        Arguments.of("other-size", "!x_test: wrong shape: images of 1x5x4; they must be 1x4x4"),
        Arguments.of("new-classes", "!y_test: the test set has classes that the training set lacks: labels 7 to 9 (12 of 12 examples)"),
        Arguments.of("new-lower-class", "!y_test: the test set has classes that the training set lacks: labels 1 (4 of 12 examples), and SET!y_train has 0, 2"),
        Arguments.of("one-class", "!y_train: all labels are 5; to tell classes apart there must be two"),
        Arguments.of("one-class-without-a-test", "!y_train: all labels are 5; to tell classes apart there must be two"),
        Arguments.of("other-names", ": holds a, b, and none of x_train, y_train, x_test, y_test; name its arrays by data.arrays: {training-images: NAME,"),
        Arguments.of("claims", "!x_train: impossible shape: 1099511627776; at most 2147483639 values are read"),
        Arguments.of("claims-more-than-memory", "!x_train: announces 2147483600 values, which take more than"),
        Arguments.of("claims-a-lot", "!x_train: too short: its header announces 99999990 values, 0 follow"),
        Arguments.of("evaluated", "!x_train: its header is not the dictionary that NumPy writes, from character 11 on: {'descr': __import__('os')"),
        Arguments.of("no-dictionary", "!x_train: its header is not the dictionary that NumPy writes, from character 1 on: ['descr', '|u1']"),
        Arguments.of("unknown-key", "!x_train: its header must have descr, fortran_order (True or False) and shape (a tuple), was {'descr': '|u1'"),
        Arguments.of("long-header", "!x_train: its header of 70001 bytes is too long; at most 65536 are read"),
        Arguments.of("version", "!x_train: is of version 9 of NumPy's format; read are 1 to 3"),
        Arguments.of("no-magic", "!x_train: not a NumPy file: begins with 0x89504e470d0a; numpy.save writes 0x934e554d5059"),
        Arguments.of("truncated-array", "!x_train: too short: its header announces 192 values, 187 follow"),
        Arguments.of("trailing-bytes", "!x_train: too long: more than the 192 values that its header announces"),
        Arguments.of("bomb", "!x_train: too long: more than the 192 values that its header announces"),
        Arguments.of("path", ": has an entry \"x_train.npy/../x_train.npy\", a path; arrays have plain names, such as x_train.npy"),
        Arguments.of("truncated-archive", ": damaged ZIP archive, or one that was written into a pipe: "),
        Arguments.of("no-archive", ": not an .npz file, which is a ZIP archive of arrays and begins with PK"),
        Arguments.of("empty-file", ": not an .npz file"),
        Arguments.of("twice", ": has two entries \"x_train.npy\""),
        Arguments.of("encrypted", ": is encrypted; only open archives are read"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsOneLine(String name, String message) throws IOException {
    String set = folder.resolve(name) + "/set.npz";
    refuses(set + message.replace("SET", set), "dataset: npz", set);
    refuses(set + message.replace("SET", set), "dataset: npz", folder.resolve(name).toString());
  }

  @Test
  void aSetWithoutATestSetNeedsAShareForIt() throws IOException {
    refuses("data.test-share: is missing: npz has no test set; write test-share: 0.2", "dataset: npz", folder.resolve("no-test").toString());
  }

  @Test
  void whatAFolderLacksIsOneLine() throws IOException {
    Path several = folder.resolve("several");
    refuses(several + ": holds several .npz files: a.npz, b.npz; name one of them, as in --data " + several + "/a.npz", "dataset: npz", several.toString());
    Path lonely = folder.resolve("lonely");
    refuses(lonely + ": holds neither y_train.npy nor y_train.npy.gz; it holds x_train.npy", "dataset: npz", lonely.toString());
    refuses("no .npz file or x_train.npy of npz in " + folder + "/none.npz (which does not exist); name its folder by --data URI",
        "dataset: npz", folder + "/none.npz");
    refuses("no .npz file or x_train.npy of npz in " + folder.resolve("twice/none") + " (which does not exist)", "dataset: npz",
        folder.resolve("twice/none").toString());
  }

  @Test
  void keysOfOtherSetsAreRefused() throws IOException {
    refuses("data.split: is a key of the data set idx, not of npz; leave it out", "dataset: npz, split: letters", "x.npz");
    refuses("data.transpose: is a key of the data set idx, not of mnist; leave it out", "dataset: mnist, transpose: true", "x");
    refuses("data.file: must be a table; arrays of NumPy are read by dataset: npz, and --data names the file", "file: a/b.NPZ", "x");
    refuses("data.split: is for a data set, and data.file names a table; leave it out", "file: a.csv, label: 1, split: letters", "x");
    refuses("data.labels: unknown value \"rough\"; Known: fine, coarse", "dataset: cifar-100, labels: rough", "x");
    refuses("data.split: must be one of EMNIST's splits, was \"numbers\"; there are balanced, byclass,", "dataset: idx, split: numbers", "x");
    refuses("data.arrays: needs the name of each array: training-images, training-labels, test-images, test-labels",
        "dataset: npz, arrays: {training-images: x}", "x");
    refuses("data.arrays: names an array twice",
        "dataset: npz, arrays: {training-images: x, training-labels: y, test-images: X, test-labels: z}", "x");
  }

  private static void refuses(String message, String keys, String data) throws IOException {
    Path file = Files.writeString(folder.resolve("e.yaml"), "{name: mine, data: {" + keys + "}}");
    assertThat(Program.refused(folder, "run", file.toString(), "--data", data, "--out", folder.resolve("out").toString())).contains(message);
  }
}
