package io.meshwright.secret;

/**
 * Where a secret stands in a text.
 *
 * @param kind what it is, in words for people, such as {@code a private key}; never a part of it
 * @param start the index of its first character
 * @param end the index behind the last character that was needed to recognise it
 */
public record SecretSpan(String kind, int start, int end) {}
