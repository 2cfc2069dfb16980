package rote.data;

/** STUB */
public final class IdxFile {
  static final int UNSIGNED_BYTES = 0x0800;
}
