package io.meshwright.lint.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void knowsTheFormsOfGuides() {
    for (String text :
        new String[] {
          "https://<API_SERVER>:6443",
          "${ADDR}",
          "$ADDR",
          "$(addr)",
          "{{ addr }}",
          "%ADDR%",
          "CHANGEME",
          "change-me.example.com",
          "xxx.xxx.xxx.xxx",
          "x.x.x.x",
          "your-gateway"
        }) {
      assertTrue(Placeholder.in(text), text);
    }
  }

  @Test
  void leavesRealNamesAlone() {
    for (String text :
        new String[] {
          "192.0.2.10",
          "xxl.example.com",
          "maxxx.example.com",
          "exchange-media.example.com",
          "https://rancher.example.com/k8s/clusters/c-m-abcde",
          "pending",
          "2001:db8::1"
        }) {
      assertFalse(Placeholder.in(text), text);
    }
  }
}
