package rote.data.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.data.Examples;
import rote.data.Shape;
import rote.files.Gzip;
import rote.files.InputException;

/** An array in the format of NumPy. Those of uint8 and bool are pixels; the numbers of all other types are features as they are. */
public final class NpyArray implements ArrayFile {
  private static final Logger LOG = LoggerFactory.getLogger(NpyArray.class);
  private static final int CHUNK = 1 << 13; // values that are read at a time
  private static final int FAINT = 32; // pixels of which none is larger are probably not scaled to 255
  private static final byte WHITE = (byte) 255; // what True is among pixels

  private final String file;
  private final NpyHeader header;
  private final ArrayMemory memory;
  private final NpyValues values; // in the order of the file
  private String other; // the first value that is no whole number from 0 to 255, in words

  private NpyArray(String file, NpyHeader header, ArrayMemory memory) {
    this.file = file;
    this.header = header;
    this.memory = memory;
    memory.demand((long) header.count() * (isReal() && header.shape().length > 1 ? Float.BYTES : 1), announced());
    this.values = new NpyValues(header.count(), memory, announced());
  }

  /**
   * Reads a file of one array.
   *
   * @param in read to its end, not closed
   * @param file names the file in error messages
   * @param memory of all arrays of the data set
   * @throws InputException if it is damaged, too large, or holds anything else
   */
  public static NpyArray read(InputStream in, String file, ArrayMemory memory) {
    return Gzip.read(in, file, plain -> readPlain(plain, file, memory));
  }

  static NpyArray readPlain(InputStream plain, String file, ArrayMemory memory) throws IOException {
    NpyHeader header = NpyHeader.read(plain, file);
    NpyArray array = new NpyArray(file, header, memory);
    array.fill(plain);
    if (plain.read() >= 0) {
      throw new InputException(file + ": too long: more than the " + header.count() + " values that its header announces");
    }
    return array;
  }

  private String announced() {
    return file + ": announces " + header.count() + " values";
  }

  private void fill(InputStream in) throws IOException {
    int size = header.type().size();
    int count = header.count();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * size).order(header.type().order());
    for (int done = 0; done < count; done += CHUNK) {
      int wanted = Math.min(CHUNK, count - done);
      int bytes = in.readNBytes(chunk.array(), 0, wanted * size);
      if (bytes < wanted * size) {
        throw new InputException(file + ": too short: its header announces " + count + " values, " + (done + bytes / size) + " follow");
      }
      chunk.position(0);
      for (int k = 0; k < wanted; k++) {
        add(chunk, done + k);
      }
    }
  }

  private void add(ByteBuffer chunk, int place) {
    int at = chunk.position();
    boolean isFinite = values.add(header.type().next(chunk));
    if (!isFinite || other == null && values.other() == place) {
      String value = "the value at " + Arrays.toString(header.index(place)) + " is " + header.type().text(chunk.position(at));
      if (!isFinite) {
        throw new InputException(file + ": " + value + ", which is no number that can be learned from; leave such examples out, or fill them");
      }
      other = value;
    }
  }

  @Override
  public int count() {
    return header.shape()[0];
  }

  @Override
  public Shape shape() {
    int[] dimensions = header.shape();
    if (dimensions.length == 2) {
      return Shape.ofFeatures(dimensions[1]);
    }
    if (dimensions.length == 1) {
      throw new InputException(file + ": wrong shape: " + dimensions[0] + " numbers; images have 3 or 4 dimensions, features 2");
    }
    return axes().shape();
  }

  private ImageAxes axes() {
    return new ImageAxes(file, header.shape());
  }

  /** Returns whether these are features and not pixels. */
  public boolean isReal() {
    return !header.type().isOfPixels();
  }

  @Override
  public Examples examples(Shape shape, byte[] classes) {
    ImageAxes.demand(shape, shape(), file);
    return isReal() ? Examples.ofValues(features(), classes) : new Examples(pixels(), classes);
  }

  /** Returns the numbers as they are, [count][channels][height][width]. */
  float[] features() {
    if (values.reals() != null && axes().isInOrder(header.isFortran())) {
      return values.reals();
    }
    memory.take((long) header.count() * Float.BYTES, announced());
    float[] to = new float[header.count()];
    axes().arrange(header.isFortran(), (k, place) -> to[place] = values.real(k));
    return to;
  }

  private byte[] pixels() {
    byte[] from = values.bytes();
    boolean isTruth = header.type().kind() == 'b';
    if (!isTruth && axes().isInOrder(header.isFortran())) {
      return from;
    }
    memory.take(from.length, announced());
    byte[] to = new byte[from.length];
    axes().arrange(header.isFortran(), (k, place) -> to[place] = isTruth && from[k] != 0 ? WHITE : from[k]);
    return to;
  }

  @Override
  public byte[] labels() {
    int[] dimensions = header.shape();
    if (dimensions.length > 2 || dimensions.length == 2 && dimensions[1] != 1) {
      throw new InputException(file + ": wrong shape: " + ImageAxes.text(dimensions) + "; labels have the shape " + count() + " or " + count()
          + "x1" + (dimensions.length == 2 ? "; labels in one-hot form become such by numpy.argmax(labels, axis=1)" : ""));
    }
    if (values.bytes() == null) {
      throw new InputException(file + ": " + other + "; labels are whole numbers from 0 to 255");
    }
    return values.bytes();
  }

  /** Warns of images whose numbers can hardly be meant as they are read. */
  public void warn() {
    byte[] bytes = values.bytes();
    if (bytes == null || header.shape().length < 3) {
      return;
    }
    if (isReal()) {
      LOG.warn("{}: whole numbers from 0 to 255 that are no bytes are features, not pixels; images are written as array.astype(\"uint8\")", file);
    } else if (header.type().kind() == 'u') {
      warnIfFaint(bytes);
    }
  }

  private void warnIfFaint(byte[] pixels) {
    int largest = 0;
    for (byte value : pixels) {
      largest = Math.max(largest, value & 0xff);
    }
    if (largest > 0 && largest < FAINT) {
      LOG.warn("{}: the largest pixel is {}, and 255 means 1, so that no input is above {}; multiply the images if {} is to mean 1",
          file, largest, String.format(Locale.ROOT, "%.3f", largest / 255.0), largest);
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
