package io.meshwright.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 as the lock writes it: 64 lower-case hexadecimal digits. One object is for one thread.
 */
final class Fingerprint {
  private static final HexFormat HEX = HexFormat.of();
  private static final int BLOCK = 1 << 16;

  private final MessageDigest digest = sha256();

  /** Returns the hash of {@code content}. */
  String of(byte[] content) {
    return HEX.formatHex(digest.digest(content));
  }

  /** Returns the hash of a file of any length. */
  String of(Path file) throws IOException {
    try (SeekableByteChannel channel = open(file)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      while (channel.read(block) >= 0) {
        digest.update(block.flip());
        block.clear();
      }
    }
    return HEX.formatHex(digest.digest());
  }

  /**
   * Compares a file with what is wanted, reading it once.
   *
   * @return empty when the bytes are equal, or else the file's hash
   */
  Optional<String> difference(Listing.Entry file, byte[] wanted) throws IOException {
    if (file.size() != wanted.length) {
      return Optional.of(of(file.path()));
    }
    byte[] content = new byte[wanted.length];
    ByteBuffer buffer = ByteBuffer.wrap(content);
    try (SeekableByteChannel channel = open(file.path())) {
      int read = 0;
      while (buffer.hasRemaining() && read >= 0) {
        read = channel.read(buffer);
      }
    }
    if (!buffer.hasRemaining() && Arrays.equals(content, wanted)) {
      return Optional.empty();
    }
    return Optional.of(
        of(buffer.hasRemaining() ? Arrays.copyOf(content, buffer.position()) : content));
  }

  private static SeekableByteChannel open(Path file) throws IOException {
    return Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
