#include "indexer/readers/time_text.h"

#include "indexer/readers/ascii.h"
#include "indexer/readers/cursor.h"

namespace dateline {

namespace {

/// ":00" with digits behind it
bool eat_two_digits(Cursor& in) {
  Cursor ahead = in;
  if (!ahead.eat(':') || ahead.digits().count != 2) return false;
  in = ahead;
  return true;
}

/// " am", " P.M."
void skip_half_of_day(Cursor& in) {
  Cursor ahead = in;
  ahead.eat(' ');
  const char first = ascii::to_lower(ahead.peek());
  if (first != 'a' && first != 'p') return;
  ahead.skip(1);
  const bool dotted = ahead.eat('.');
  if (ascii::to_lower(ahead.peek()) != 'm') return;
  ahead.skip(1);
  if (dotted) ahead.eat('.');
  if (!ascii::is_word(ahead.peek())) in = ahead;
}

/// "Z", " +0000", "+01:00", " GMT"
void skip_zone(Cursor& in) {
  Cursor ahead = in;
  ahead.eat(' ');
  if (ahead.eat('+') || ahead.eat('-')) {
    const std::size_t count = ahead.digits().count;
    if (count == 4 || (count == 2 && eat_two_digits(ahead))) in = ahead;
    return;
  }
  const std::string_view zone = ahead.word();
  if (zone == "Z" || zone == "GMT" || zone == "UTC" || zone == "UT") in = ahead;
}

}  // namespace

std::size_t time_length(std::string_view text) {
  Cursor in(text);
  if (!in.eat('T')) {
    in.separators();
    Cursor ahead = in;
    if (ascii::equal_ignoring_case(ahead.word(), "at") && ahead.eat(' ')) in = ahead;
  }
  const Digits hour = in.digits();
  if (hour.count < 1 || hour.count > 2 || hour.value > 24 || !eat_two_digits(in)) return 0;
  if (eat_two_digits(in) && in.peek() == '.' && ascii::is_digit(in.peek(1))) {
    in.skip(1);
    in.digits();
  }
  skip_half_of_day(in);
  skip_zone(in);
  return ascii::is_word(in.peek()) ? 0 : in.position();
}

}  // namespace dateline
