# zsh_complete.zsh FOLDER TEXT: what zsh offers behind TEXT with the completions in FOLDER, a line each, as the shell
# itself does when somebody presses the tab key.
zmodload zsh/zpty
zpty shell zsh -f -i
say() { zpty -w shell "$1" }
say "PROMPT= RPROMPT= PS2=; unsetopt zle_bracketed_paste; setopt no_beep"
say "fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D"
# Every match goes through compadd: those that are kept for the user are printed too.
say 'compadd() {
  [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && { builtin compadd "$@"; return }
  local -a hits; builtin compadd -A hits "$@"; print -rl -- "<<"${^hits}">>"; builtin compadd "$@"
}'
say "bindkey '^I' complete-word; zstyle ':completion:*' insert-tab false"
# Keys that come before the editor does would be the terminal's, to which ^U is: forget the line.
say "zle-line-init() { print rea''dy }; zle -N zle-line-init"
zpty -r -m shell seen '*ready*'
zpty -n -w shell "$2"$'\t'
zpty -n -w shell $'\C-u'"print fin''ished"$'\n'
zpty -r -m shell offered '*finished*'
zpty -d shell
for line in ${(f)offered}; do
  [[ $line =~ '<<(.*)>>' ]] && print -r -- $match[1]
done
exit 0
