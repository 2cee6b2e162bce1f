package dev.lukis.model.scene;

/** A colour in which a thing can be drawn. */
public enum ThingColour {
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE,
  PINK,
  BROWN,
  BLACK,
  WHITE,
  GREY
}
