package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  @Test
  void aFullDiskIsAFailureOfTheRun() {
    assertEquals(
        "meshwright: standard output: No space left on device\n1", end("No space left on device"));
  }

  @Test
  void aReaderThatHadEnoughIsNone() {
    assertEquals("0", end("Broken pipe"));
  }

  private static String end(String reason) {
    StandardOutput out =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    assertThrows(IOException.class, () -> out.write('x'));
    StringWriter err = new StringWriter();
    Terminal terminal = Terminal.plain(new PrintWriter(new StringWriter()), new PrintWriter(err));
    int code = Main.finish(ExitCode.OK, out, terminal);
    return err.toString() + code;
  }
}
