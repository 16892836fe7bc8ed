# Pd's window loads this and writes what it has drawn: kind, places, tags and fill of each item.
proc ::tell_all {} {
    foreach window [winfo children .] {
        if {[winfo class $window] ne "PatchWindow"} continue
        set canvas [tkcanvas_name $window]
        set file [open $::env(TELL_FILE).part w]
        puts $file "window\t[expr [winfo id $canvas]]"
        foreach item [$canvas find all] {
            set fill ""
            catch {set fill [$canvas itemcget $item -fill]}
            puts $file "[$canvas type $item]\t[$canvas coords $item]\t[$canvas gettags $item]\t$fill"
        }
        close $file
        file rename -force $::env(TELL_FILE).part $::env(TELL_FILE)
    }
    after 300 ::tell_all
}
after 300 ::tell_all
