package io.meshwright.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerUrlTest {
  @Test
  void takesAUrlApart() {
    assertEquals(
        Optional.of(new ServerUrl("https", false, "api.example.com", "6443", "/k8s")),
        ServerUrl.of("HTTPS://Api.example.com:6443/k8s"));
    assertEquals(
        Optional.of(new ServerUrl("https", false, "2001:db8::1", "", "")),
        ServerUrl.of("https://[2001:DB8::1]"));
  }

  @Test
  void keepsNothingOfAPassword() {
    String parts = ServerUrl.of("https://admin:hunter2@api.example.com").toString();
    assertFalse(parts.contains("hunter2"), parts);
    assertFalse(parts.contains("admin"), parts);
  }

  @Test
  void needsAScheme() {
    assertTrue(ServerUrl.of("api.example.com:6443").isEmpty());
    assertTrue(ServerUrl.of("//api.example.com").isEmpty());
  }
}
