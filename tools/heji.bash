# Completion of heji for bash.
_heji() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'check dump rules schema --help --version' -- "$current")
        return
    fi
    case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json jsonl' -- "$current") && return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W 'error warning info never' -- "$current") && return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'zh en' -- "$current") && return ;;
    --jobs) return ;;
    --profile) mapfile -t COMPREPLY < <(compgen -f -- "$current") && return ;;
    esac
    case $command:$current in
    check:-*) mapfile -t COMPREPLY < <(compgen -W '--format --fail-on --jobs --no-sandbox --lang --profile --help' -- "$current") ;;
    dump:-*) mapfile -t COMPREPLY < <(compgen -W '--places --no-sandbox --lang --help' -- "$current") ;;
    rules:-*) mapfile -t COMPREPLY < <(compgen -W '--lang --profile --help' -- "$current") ;;
    *:-*) mapfile -t COMPREPLY < <(compgen -W '--lang --help' -- "$current") ;;
    rules:*) mapfile -t COMPREPLY < <(compgen -W "$(heji rules 2>/dev/null | sed -n 's/^\([a-z]*\.[a-z_]*\) .*/\1/p')" -- "$current") ;;
    check:* | dump:*) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    esac
}
complete -o filenames -F _heji heji
