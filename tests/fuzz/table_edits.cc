#include "tests/fuzz/table_edits.h"

#include <algorithm>

namespace dateline::fuzz {

namespace {

constexpr std::size_t kMostBytes = 1 << 24;
constexpr int kMostEdits = 16;

TableValue part(const std::string& key, const std::string& bytes, const TableForm& form) {
  TableValue value{key, form.has_number, 0, {}, {}};
  BlockUnpacker unpacker;
  PackedReader reader(bytes, "table");
  if (form.has_number) value.number = reader.number();
  for (std::size_t i = 0; i < form.streams; ++i) {
    value.streams.push_back(unpacker.take(reader, kMostBytes));
  }
  value.tail = reader.bytes(reader.left());
  return value;
}

std::string joined(const TableValue& value, BlockPacker& packer) {
  std::string bytes;
  if (value.has_number) append_number(bytes, value.number);
  for (const std::string& stream : value.streams) packer.append(bytes, stream);
  return bytes + value.tail;
}

void change(std::string& bytes, std::size_t at, std::size_t how, std::uint8_t byte) {
  at = std::min(at, bytes.size());
  switch (how) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(byte);
      break;
    case 1:
      bytes.insert(at, 1, static_cast<char>(byte));
      break;
    case 2:
      bytes.erase(at, 1 + byte % 8U);
      break;
    case 3:
      bytes.resize(at);
      break;
    case 4:
      append_number(bytes, std::uint64_t{byte} << (at % 57));
      break;
    default: {  // in place of the number there
      std::string huge;
      append_number(huge, ~std::uint64_t{0} >> (byte % 64U));
      bytes.replace(at, 1, huge);
    }
  }
}

void edit(std::vector<TableValue>& values, Pieces& edits) {
  TableValue& value = values[edits.number(values.size())];
  const std::size_t which = edits.byte();
  const std::size_t at = edits.byte() + 256U * (which >> 4);
  const std::size_t how = edits.number(8);
  const std::uint8_t byte = edits.byte();
  const std::size_t stream = which % 16 % (value.streams.size() + 2);
  if (how == 7) {
    value.number = byte;
  } else if (how == 6) {
    std::swap(value.tail, values[byte % values.size()].tail);
  } else if (stream < value.streams.size()) {
    change(value.streams[stream], at, how, byte);
  } else if (stream == value.streams.size()) {
    change(value.tail, at, how, byte);
  } else {
    std::swap(value.key, values[byte % values.size()].key);
  }
}

}  // namespace

std::vector<TableValue> taken_apart(const SideTable& table, const std::vector<TableForm>& forms) {
  std::vector<TableValue> values;
  for (const auto& [key, bytes] : table) {
    const std::string& wanted = key;
    const auto form = std::find_if(forms.begin(), forms.end(), [&](const TableForm& one) {
      return wanted.compare(0, one.key.size(), one.key) == 0;
    });
    values.push_back(part(key, bytes, *form));
  }
  return values;
}

SideTable edited(std::vector<TableValue> values, Pieces& edits) {
  for (int i = 0; i < kMostEdits && !edits.done(); ++i) edit(values, edits);
  BlockPacker packer;
  SideTable table;
  for (const TableValue& value : values) table.emplace_back(value.key, joined(value, packer));
  return table;
}

}  // namespace dateline::fuzz
