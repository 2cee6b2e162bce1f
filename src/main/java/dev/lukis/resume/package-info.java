/** Storage for sessions whose connection was lost. Start here: {@link ResumeStore}. */
@NullMarked
package dev.lukis.resume;

import org.jspecify.annotations.NullMarked;
