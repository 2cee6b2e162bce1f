package dev.lukis.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The entries of the file NOTICE: libraries of Maven and packages of npm. Immutable. */
record Notice(Set<String> entries) {
  private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}(\\S+)$");
  private static final String ANY_ARTIFACT = ":*";

  Notice {
    entries = Set.copyOf(entries);
  }

  static Notice read() throws IOException {
    return parse(Files.readString(Path.of("NOTICE")));
  }

  static Notice parse(String text) {
    return new Notice(
        ENTRY.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet()));
  }

  /** Those of these jars, named {@code group.artifact-version.jar}, that have no entry. */
  List<String> jarsWithoutEntry(List<String> jars) {
    List<Pattern> known =
        entries.stream().filter(entry -> entry.contains(":")).map(Notice::jarName).toList();
    return jars.stream()
        .filter(jar -> known.stream().map(each -> each.matcher(jar)).noneMatch(Matcher::matches))
        .toList();
  }

  /** Those of these packages of npm that have no entry. */
  List<String> packagesWithoutEntry(List<String> packages) {
    return packages.stream().filter(each -> !entries.contains(each)).toList();
  }

  private static Pattern jarName(String entry) {
    boolean wholeGroup = entry.endsWith(ANY_ARTIFACT);
    String name =
        wholeGroup
            ? Pattern.quote(entry.replace(ANY_ARTIFACT, ".")) + "[^.]+?"
            : Pattern.quote(entry.replace(':', '.'));
    return Pattern.compile(name + "-\\d.*\\.jar");
  }
}
